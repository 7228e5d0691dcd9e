"""One folder a page; a page never imports another."""
