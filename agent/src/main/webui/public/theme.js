// Runs before the first paint so that a remembered theme never flashes.
(function () {
  try {
    var theme = localStorage.getItem('athanor.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch (ignored) {
    // Storage may be blocked; the system's preference then decides.
  }
})();
