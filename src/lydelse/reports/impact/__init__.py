"""What a proposal means for each unit, as reports: the page, the workbook, the Word document, JSON, lines for the screen."""
