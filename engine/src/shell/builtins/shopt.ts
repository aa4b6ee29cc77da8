import { notSimulated } from "../../core/engine-error.ts";
import type { Shell } from "../interpreter/shell.ts";
import type { Builtin } from "./builtin.ts";
import { optionsOf } from "./options-of.ts";
import { set } from "./set.ts";

/** Options of bash 5.2 in the order in which it lists them; a `+` is on in a script from the start. */
const NAMES =
  "autocd assoc_expand_once cdable_vars cdspell checkhash checkjobs +checkwinsize +cmdhist compat31 compat32 compat40 compat41 compat42 compat43 compat44 +complete_fullquote direxpand dirspell dotglob execfail expand_aliases extdebug extglob +extquote failglob +force_fignore +globasciiranges +globskipdots globstar gnu_errfmt histappend histreedit histverify +hostcomplete huponexit inherit_errexit +interactive_comments lastpipe lithist localvar_inherit localvar_unset login_shell mailwarn no_empty_cmd_completion nocaseglob nocasematch noexpand_translation nullglob +patsub_replacement +progcomp progcomp_alias +promptvars restricted_shell shift_verbose +sourcepath varredir_close xpg_echo".split(
    " ",
  );
const KNOWN = new Set(NAMES.map((name) => name.replace("+", "")));
const ON = new Set(NAMES.filter((name) => name.startsWith("+")).map((name) => name.slice(1)));

/** Options that would change what words and commands mean, and are not followed. */
const MEANING = new Set(
  "assoc_expand_once compat31 compat32 compat40 compat41 compat42 compat43 compat44 extdebug globasciiranges globskipdots gnu_errfmt interactive_comments localvar_inherit localvar_unset patsub_replacement sourcepath xpg_echo autocd cdable_vars cdspell execfail".split(
    " ",
  ),
);

const isOn = (shell: Shell, name: string): boolean => shell.options.has(name) || ON.has(name);

/** Sets and shows the options of bash that `set` does not know. */
export const shopt: Builtin = {
  name: "shopt",
  dialects: ["bash"],
  run(shell, args) {
    const { options, rest: names } = optionsOf(shell, args, "pqsuo");
    const sets = options.has("s");
    const clears = options.has("u");
    if (options.has("o")) {
      if (!sets && !clears) throw notSimulated("shopt -o", "bash would show the options of set");
      return set.run(
        shell,
        names.flatMap((name) => [sets ? "-o" : "+o", name]),
      );
    }
    if (names.length === 0 && !options.has("p") && !options.has("q"))
      throw notSimulated("a list of bash's options", "bash would name all of them");
    let status = 0;
    for (const name of names) {
      if (!KNOWN.has(name)) {
        shell.complain(`${name}: invalid shell option name`);
        status = 1;
        continue;
      }
      const on = isOn(shell, name);
      if (sets || clears) {
        if (on !== sets && MEANING.has(name))
          throw notSimulated(`shopt -${sets ? "s" : "u"} ${name}`, "bash would follow that option");
        if (sets) shell.options.add(name);
        else shell.options.delete(name);
        continue;
      }
      if (!on) status = 1;
      if (options.has("p")) shell.print(`shopt -${on ? "s" : "u"} ${name}\n`);
      else if (!options.has("q")) shell.print(`${name.padEnd(15)}\t${on ? "on" : "off"}\n`);
    }
    return status;
  },
};
