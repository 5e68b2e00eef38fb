"""Forms made ready for paper and files, and paper held against data."""
