"""A release and a house → documents: PDF by Typst, DOCX by python-docx."""
