"""`intake demo`: the whole product on sample mail, over a real IMAP server, nothing set up."""
