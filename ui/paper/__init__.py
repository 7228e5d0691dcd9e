"""What is printed or becomes a PDF: drawn in memory, the same for paper and preview."""
