// Sends a hand-in with a bar that fills, keeps what was chosen when the line is cut, and says a refusal without leaving the
// page. Whatever goes wrong in here, the browser sends the plain form. All words come from the form's data attributes.
'use strict';

(() => {
  const form = document.querySelector('form[data-upload]');
  const button = form?.querySelector('button[type=submit]');
  const files = form?.querySelector('input[type=file]');
  if (!button || !window.XMLHttpRequest || !window.FormData || !window.DOMParser) return;

  const words = form.dataset;
  const label = button.textContent;
  const bar = document.createElement('progress');
  const note = document.createElement('p');
  note.setAttribute('role', 'status');
  let isSending = false;

  form.addEventListener('submit', event => {
    if (isSending) {
      event.preventDefault();
      return;
    }

    const flaw = flawOfFiles();
    if (flaw) {
      event.preventDefault();
      refuse(flaw);
      return;
    }

    try {
      send();
      event.preventDefault();
    } catch {
      isSending = false;
    }
  });

  function flawOfFiles() {
    const chosen = [...(files?.files ?? [])];
    if (chosen.length > Number(words.maxFiles)) return words.tooMany;
    return chosen.reduce((sum, file) => sum + file.size, 0) > Number(words.maxBytes) ? words.tooLarge : null;
  }

  function send() {
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'text/html');
    request.upload.addEventListener('progress', event => {
      if (event.lengthComputable) showPart(event.loaded / event.total);
    });
    request.addEventListener('load', () => read(request));
    request.addEventListener('error', offerAgain);
    request.addEventListener('abort', offerAgain);
    addEventListener('offline', () => request.abort(), { once: true }); // else a phone waits minutes for a dead line
    request.send(new FormData(form));
    isSending = true;
    button.disabled = true;
    button.textContent = words.sending;
    showPart(0);
    button.before(bar, note);
  }

  // A reader hears every tenth part at most; the bar moves with each.
  function showPart(part) {
    bar.value = part;
    const text = words.sent.replace('{0}', String(Math.floor(part * 10) * 10));
    if (note.textContent !== text) note.textContent = text;
  }

  // What was taken leads on to its receipt; what was not comes back as this very page, with the reason on top.
  function read(request) {
    if (request.responseURL && new URL(request.responseURL).pathname !== new URL(form.action).pathname) {
      location.assign(request.responseURL);
      return;
    }

    const page = new DOMParser().parseFromString(request.responseText, 'text/html');
    const reason = page.querySelector('[role=alert]');
    if (!reason) {
      offerAgain();
      return;
    }

    const token = page.querySelector('form[data-upload] [name=__RequestVerificationToken]');
    if (token) form.querySelector('[name=__RequestVerificationToken]').value = token.value;
    stop(label);
    refuse(reason.textContent);
  }

  function offerAgain() {
    stop(words.cut);
    button.focus();
  }

  function stop(text) {
    isSending = false;
    button.disabled = false;
    button.textContent = text;
    bar.remove();
    note.remove();
  }

  function refuse(text) {
    let place = document.querySelector('main > .error[role=alert]');
    if (!place) {
      place = document.createElement('p');
      place.className = 'error';
      place.setAttribute('role', 'alert');
      place.tabIndex = -1;
      document.querySelector('main h1').after(place);
    }

    place.textContent = text;
    place.focus();
  }

  // Files may be dropped anywhere on the form.
  if (files && window.DataTransfer) {
    const carriesFiles = event => [...(event.dataTransfer?.types ?? [])].includes('Files');
    form.addEventListener('dragover', event => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      form.classList.add('dropping');
    });
    form.addEventListener('dragleave', () => form.classList.remove('dropping'));
    form.addEventListener('drop', event => {
      form.classList.remove('dropping');
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (!files.multiple && event.dataTransfer.files.length !== 1) return;
      files.files = event.dataTransfer.files;
      files.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }
})();
