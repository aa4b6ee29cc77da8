/** Runs before the first paint: the theme that was chosen here before, and a mark that scripts work. */
export const themeScript: string = `{const r=document.documentElement;r.dataset.js="";try{const t=localStorage.getItem("drydock:theme");if(t==="dark"||t==="light")r.dataset.theme=t}catch{}}`;
