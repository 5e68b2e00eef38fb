"""Files made of forms and lists: PDF, xlsx, docx, JSON, the upload package."""
