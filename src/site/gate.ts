/**
 * Before the prose of a story for adults stands what it holds, until its reader has said once that they go on. Without a
 * program that is a fold; with one it stays shut also where an address leads into the middle of a chapter, which opens
 * folds. The policy of the pages knows the program by its hash, since it must run before the prose is painted.
 */

import { createHash } from 'node:crypto';

export const gate =
  "{let d=document,g=d.currentScript.parentElement,h=d.documentElement.dataset,k='gate:'+d.body.dataset.base;" +
  'try{g.open=localStorage[k]}catch{}' +
  "if(!g.open){h.gate='';g.firstElementChild.onclick=()=>{delete h.gate;g.open=1;try{localStorage[k]=1}catch{}" +
  'g.lastElementChild.focus();location.hash&&location.replace(location.hash);return!1}}}';

export const gateHash = `sha256-${createHash('sha256').update(gate).digest('base64')}`;
