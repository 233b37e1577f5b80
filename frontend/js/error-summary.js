// Brings a person who sent a form with mistakes to the list of them, and from a mistake to its control.
export function focusErrorSummary(root) {
  const summary = root.querySelector("[data-error-summary]:not([data-example] *)");
  if (!summary) return;
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const control = link && root.getElementById(link.hash.slice(1));
    if (!control) return;
    event.preventDefault();
    (control.closest(".govuk-form-group") ?? control).scrollIntoView();
    control.focus({ preventScroll: true });
  });
}
