// Says which place of a list of results is opened, so that the next search can be better. Sent without cookies.
function tell(list, item) {
  const place = Number(list.dataset.first) + [...list.children].indexOf(item);
  const address = list.dataset.opened.replace(/0\/$/, `${place}/`);
  fetch(address, { keepalive: true, credentials: "omit" }).catch(() => {});
}

export function tellWhatIsOpened(root) {
  const list = root.querySelector("[data-opened]");
  if (!list) return;
  for (const press of ["click", "auxclick"]) {
    list.addEventListener(press, (event) => {
      const link = event.button < 2 && event.target.closest("a");
      if (link) tell(list, link.closest("[data-opened] > *"));
    });
  }
}
