// Says how many characters are left under each control with a maximum and a place to say it.
const PAUSE = 700;

function words(element, left) {
  const text = left < 0 ? element.dataset.over : element.dataset.left;
  return text.replace("%", Math.abs(left));
}

export function countCharacters(root) {
  for (const place of root.querySelectorAll("[data-count-for]")) {
    const control = root.getElementById(place.dataset.countFor);
    if (!control) continue;
    const limit = Number(place.dataset.limit);
    let timer;
    const show = () => {
      place.textContent = words(place, limit - control.value.length);
    };
    control.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(show, PAUSE);
    });
    show();
  }
}
