// @ts-check
/** Three stories of one site, each with the same few lines of promotion among its paragraphs, in a language of no list. */

import { article, document } from './story.mjs';

export const PROMOTION = 'Kuvela temo sari naludo premika, vorla sintu badei remo kali tuvra, ne somi parel dako vistu.';

/** @type {Record<'bridge' | 'mill' | 'tower', string[]>} */
export const STORIES = {
  bridge: [
    'The bridge over the lower sound is to be rebuilt, the council of the district decided on Monday, after eleven years of talk and two winters in which lorries had to go the long way round by the head of the firth.',
    'It was put up in 1931 by men who had lost their work at the yard, and of whom the oldest was sixty-four; the rivets that they drove by hand are still tighter, said the engineer, than those of the repair.',
    'The new one will stand beside it, so that nobody has to wait for the ferry, and the old one is to be left to those who walk and to the swallows that have nested under its arches ever since.',
  ],
  mill: [
    'The wheel of the upper mill turned again on Sunday for the first time since the flood, and with it the stones, which the miller’s granddaughter had dressed herself through the whole of the winter.',
    'About two hundred people came to see it, more than live in the valley, and each took home a bag of flour that was still warm and that, said the baker, will want more water than what he has from the town.',
    'Whether the mill can pay for itself nobody knows. The power that it gives to the grid at night is to bring in what the flour does not, and the school has asked for a day in every week.',
  ],
  tower: [
    'The keeper of the fire tower on the northern hill has gone down for good, after thirty-one summers, and the forest service has put a camera in his place that sees as far as he did and does not sleep.',
    'He had called in four hundred and six fires, of which all but nine were fires, and he had learned to know by the colour of the smoke which farmer had lit his stubble on a day when he should not have.',
    'The hut is to be let to walkers from the spring on. What he will miss, he said, are not the nights but the mornings, when the fog lay in the valleys and the hills stood in it like the backs of cows.',
  ],
};

/** @param {keyof typeof STORIES} name */
export function siteStory(name) {
  const [first, second, ...others] = STORIES[name];
  return document(article({ title: `News of the ${name}`, paragraphs: [first, second, PROMOTION, ...others] }), { title: `News of the ${name}` });
}
