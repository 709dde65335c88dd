/**
 * Before the prose of a story for adults stands what it holds, until its reader has said once that they go on. Without a
 * program that is a fold; with one it stays shut also where an address leads into the middle of a chapter, which opens
 * folds. The policy of the pages knows the program by its hash, since it must run before the prose is painted.
 */

import { createHash } from 'node:crypto';

export const gate =
  "{let d=document.currentScript.parentElement,h=document.documentElement.dataset,k='gate:'+document.body.dataset.base;" +
  'try{d.open=localStorage[k]}catch{}' +
  "if(!d.open){h.gate='';d.firstElementChild.onclick=e=>{e.preventDefault();delete h.gate;d.open=true;" +
  'try{localStorage[k]=1}catch{}let p=d.lastElementChild;p.tabIndex=-1;p.focus();' +
  'document.getElementById(decodeURI(location.hash.slice(1)))?.scrollIntoView()}}}';

export const gateHash = `sha256-${createHash('sha256').update(gate).digest('base64')}`;
