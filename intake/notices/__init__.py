"""A published notice becomes a draft vacancy file: each value with the sentence it came from."""
