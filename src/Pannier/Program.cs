using Pannier.Cli;

// One program, many commands: each is one file in Cli/, and --help lists them.
return await Commands.RunAsync(args);
