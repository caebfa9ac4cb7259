// Keeps what is typed into a form on this device until it was handed in, one draft for each unit, meeting and period, and
// offers it when the form is opened again. Where the browser keeps nothing, nothing is said.
'use strict';

(() => {
  const prefix = 'draft|';
  const longestDays = 60;
  const pause = 500;

  try {
    for (const done of document.querySelectorAll('[data-draft-done]')) localStorage.removeItem(done.dataset.draftDone);
    removeOld();
    const fields = document.querySelector('form [data-draft]');
    if (fields) keep(fields.closest('form'), fields.dataset.draft);
  } catch {
    // Storage is switched off or full: the form works without.
  }

  function removeOld() {
    const oldest = Date.now() - longestDays * 86_400_000;
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix) && !(read(key)?.at > oldest)) localStorage.removeItem(key);
    }
  }

  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  function keep(form, key) {
    const empty = JSON.stringify(typed(form));
    const draft = read(key);
    const note = document.createElement('p');
    note.className = 'soft';
    form.append(note);
    if (draft && JSON.stringify(draft.fields) !== empty) offer(form, key, draft);

    let waiting = 0;
    const save = () => {
      clearTimeout(waiting);
      waiting = 0;
      const fields = typed(form);
      if (JSON.stringify(fields) === empty) return;
      try {
        const at = Date.now();
        localStorage.setItem(key, JSON.stringify({ at, fields }));
        note.textContent = form.dataset.draftSaved.replace('{0}', clock(at));
      } catch {
        note.textContent = '';
      }
    };
    form.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(save, pause);
    });
    addEventListener('pagehide', () => {
      if (waiting) save();
    });
  }

  function typed(form) {
    const fields = {};
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && name !== '__RequestVerificationToken') (fields[name] ??= []).push(value);
    }

    return fields;
  }

  function offer(form, key, draft) {
    const place = document.createElement('div');
    const text = document.createElement('p');
    const use = document.createElement('button');
    const drop = document.createElement('button');
    place.className = 'notice';
    place.setAttribute('role', 'status');
    text.textContent = form.dataset.draftFound.replace('{0}', clock(draft.at));
    use.type = drop.type = 'button';
    drop.className = 'secondary';
    use.textContent = form.dataset.draftUse;
    drop.textContent = form.dataset.draftDrop;
    use.addEventListener('click', () => {
      fill(form, draft.fields);
      place.remove();
      form.querySelector('input:not([type=hidden]), textarea, select').focus();
    });
    drop.addEventListener('click', () => {
      localStorage.removeItem(key);
      place.remove();
    });
    place.append(text, use, ' ', drop);
    form.before(place);
  }

  function fill(form, fields) {
    const used = {};
    for (const field of form.elements) {
      if (!field.name || field.type === 'file' || field.type === 'hidden' || field.type === 'submit') continue;
      const values = fields[field.name] ?? [];
      if (field.type === 'checkbox' || field.type === 'radio') {
        field.checked = values.includes(field.value);
      } else {
        const next = used[field.name] ?? 0;
        field.value = values[next] ?? '';
        used[field.name] = next + 1;
      }
    }
  }

  function clock(at) {
    return new Date(at).toLocaleString('vi-VN', {
      hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric',
    });
  }
})();
