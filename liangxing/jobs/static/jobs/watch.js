// A job that is open: show how far it is, and load the page anew when it has ended. Without script, "Look again" does it.
(function () {
  var place = document.querySelector('[data-job]');
  if (!place || !window.fetch) return;
  var bar = place.querySelector('progress'), words = place.querySelector('[data-words]');
  var cancel = place.querySelector('[data-cancel]');
  place.querySelector('[data-again]').parentNode.hidden = true;

  function look() {
    fetch(place.dataset.job, {credentials: 'same-origin'}).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }).then(function (job) {
      if (!job.open) { location.reload(); return; }
      if (job.percent === null) bar.removeAttribute('value'); else bar.value = job.percent;
      if (job.words && words.textContent !== job.words) words.textContent = job.words;
      if (cancel) cancel.hidden = !job.cancel;
      setTimeout(look, document.hidden ? 5000 : 1000);
    }).catch(function () { setTimeout(look, 5000); });  // the network is away for a while: the work goes on without us
  }
  setTimeout(look, 500);
})();
