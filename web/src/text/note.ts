// The labels round the clinician's page. The page itself is written by the engine.
export const note = {
  loading: 'Writing the page.',
  title: 'A page to take along',
  lead: 'One page for a doctor or physical therapist: the ache, your last runs, and what you answered. Read it before you hand it on.',
  print: 'Print',
  copy_text: 'Copy as text',
  copy_markdown: 'Copy as Markdown',
  copied: 'Copied.',
  not_copied: 'This browser does not let me copy. Select it here and copy it yourself.',
  by_hand: 'The page, to copy by hand',
  private: 'Include my private answers',
  private_detail: 'Such as periods, eating and medicines. They stay out unless you tick this. One that asked for a clinician stands in the page either way.',
  nothing_private: 'You told nothing private that this page leaves out.',
  paper: 'The page',
};
