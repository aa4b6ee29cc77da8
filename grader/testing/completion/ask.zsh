# zsh -f ask.zsh FUNCTIONS OUT FOLDER LINE: what zsh would offer behind LINE, typed on a terminal in FOLDER, one a line.
# FUNCTIONS is a folder of $fpath with a file _drydock-grade in it; OUT is a file that it may write.
zmodload zsh/zpty
waits() { for i in {1..400}; do [[ -e $1 ]] && return; sleep 0.05; done }
zpty terminal zsh -f -i
{
  zpty -w terminal "PROMPT=; fpath=(${(q)1} \$fpath); autoload -Uz compinit; compinit -u -D; cd ${(q)3}"
  zpty -w terminal "offers=${(q)2}
    compadd() {
      if (( ! \${@[(I)-(O|A|D)]} )); then
        local -a found; builtin compadd -O found \"\$@\"; (( \$#found )) && print -rl -- \$found >> \$offers
      fi
      builtin compadd \"\$@\"
    }
    ask() { _main_complete; print > \$offers.asked; compstate[insert]=; compstate[list]= }
    zle -C ask complete-word ask; bindkey '^X' ask; print > \$offers.ready"
  waits $2.ready
  : > $2
  zpty -w -n terminal "$4"$'\x18'
  waits $2.asked
} always {
  zpty -d terminal
}
sort -u $2
