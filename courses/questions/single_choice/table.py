from courses.exchange.table.choices import OPTIONS

FORM = OPTIONS
