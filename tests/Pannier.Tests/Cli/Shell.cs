using System.CommandLine;
using System.Globalization;
using Pannier.Cli;

namespace Pannier.Tests.Cli;

/// <summary>Runs the program's real commands in this process and keeps what they say.</summary>
internal sealed record Shell(int Code, string Output, string Error)
{
    public static async Task<Shell> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var code = await Commands.RunAsync(arguments, new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        return new Shell(code, output.ToString(), error.ToString());
    }
}
