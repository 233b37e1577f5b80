from courses.exchange.table.forms import TableForm

FORM = TableForm(
    single={"unit": "unit", "low": "feedback to less", "high": "feedback to more"},
    rows="amounts",
    numbered={
        "value": "answer",
        "tolerance": "off by",
        "percent": "percent",
        "feedback": "feedback",
    },
)
