"""One module a revision; revisions are numbered and count up."""
