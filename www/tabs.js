/**
 * Tabs after the ARIA pattern: arrow keys, Home and End move and select, Tab goes on into the panel.
 *
 * @param {HTMLElement} list the element with role tablist; each tab names its panel in aria-controls
 */
export function startTabs(list) {
  const tabs = [...list.querySelectorAll('button')];

  /** @param {HTMLButtonElement} chosen */
  const select = (chosen) => {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      if (panel) panel.hidden = !isChosen;
    }
  };
  list.addEventListener('click', (event) => {
    const tab = tabs.find((one) => one === event.target);
    if (tab) select(tab);
  });
  list.addEventListener('keydown', (event) => {
    const at = tabs.findIndex((tab) => tab === document.activeElement);
    const forward = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
    /** @type {Record<string, number>} */
    const to = { ArrowRight: at + forward, ArrowLeft: at - forward, Home: 0, End: tabs.length - 1 };
    if (at < 0 || !(event.key in to)) return;
    event.preventDefault();
    const next = tabs[(to[event.key] + tabs.length) % tabs.length];
    select(next);
    next.focus();
  });
}
