TEXT_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]
