"""Where mail comes from: an IMAP mailbox, or a folder of files. Read only."""
