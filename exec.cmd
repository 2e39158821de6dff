@rem The scripts in package.json begin with `exec`, which is built into the shells of Unix: npm then talks to the program itself,
@rem and its signals arrive. cmd.exe has no such word and runs this file.
@%*
