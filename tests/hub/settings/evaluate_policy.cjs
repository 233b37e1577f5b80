// Prints what Google's evaluator says of the content policy in the first argument, as JSON.
const { CspEvaluator } = require("csp_evaluator/dist/evaluator.js");
const { Severity } = require("csp_evaluator/dist/finding.js");
const { CspParser } = require("csp_evaluator/dist/parser.js");

const found = new CspEvaluator(new CspParser(process.argv[2]).csp).evaluate();
console.log(
  JSON.stringify(
    found.map(({ directive, value, severity, description }) => ({
      about: `${directive} ${value ?? ""}`.trim(),
      severity: Severity[severity],
      description,
    })),
  ),
);
