using System.CommandLine;
using Pannier.Cli;

namespace Pannier.Tests.Cli;

public class HelpTests
{
    [Fact]
    public async Task Help_names_every_command_and_the_first_steps()
    {
        var help = await Shell.RunAsync("--help");

        Assert.Equal(ExitCode.Done, help.Code);
        Assert.All(Commands.Root().Subcommands, command => Assert.Contains($"  {command.Name} ", help.Output, StringComparison.Ordinal));
        Assert.Contains("pannier demo", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_tells_what_it_does_and_shows_an_example()
    {
        foreach (var command in Commands.Root().Subcommands)
        {
            var help = await Shell.RunAsync(command.Name, "--help");

            Assert.Contains("Example", help.Output, StringComparison.Ordinal);
            Assert.Contains($"pannier {command.Name}", help.Output, StringComparison.Ordinal);
            Assert.False(string.IsNullOrEmpty(command.Description));
        }
    }

    [Fact]
    public void Every_option_and_argument_says_what_it_is_for()
    {
        Assert.All(All(Commands.Root()), command =>
        {
            Assert.All(command.Options, option => Assert.False(string.IsNullOrEmpty(option.Description), $"{command.Name} {option.Name}"));
            Assert.All(command.Arguments, argument => Assert.False(string.IsNullOrEmpty(argument.Description), $"{command.Name} {argument.Name}"));
        });
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("doctor", "--reach")]
    [InlineData("user", "remove")]
    [InlineData]
    public async Task A_wrong_command_line_has_an_exit_code_of_its_own(params string[] arguments)
    {
        var wrong = await Shell.RunAsync(arguments);

        Assert.Equal(ExitCode.Usage, wrong.Code);
        Assert.NotEmpty(wrong.Error);
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);
}
