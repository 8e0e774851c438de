import { message, speakOurLanguage } from '../shared/i18n.js';

const reason = new URLSearchParams(location.search).get('reason') ?? 'blocked';
speakOurLanguage();
const [heading, sentence] = document.querySelectorAll('h1, p');
heading.textContent = message(`unavailable_${reason}`) || message('unavailable_blocked');
sentence.textContent = message(`unavailable_${reason}_help`) || message('unavailable_blocked_help');
