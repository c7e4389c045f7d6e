using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Pannier.Configuration;

namespace Pannier.Cli;

/// <summary>Reads what a command was given into one configuration.</summary>
internal static class Start
{
    public static IConfigurationRoot Read(ParseResult parsed) => Read(parsed, new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase));

    /// <param name="fixedValues">What the command itself decides; it wins over file and environment.</param>
    public static IConfigurationRoot Read(ParseResult parsed, IDictionary<string, string?> fixedValues)
    {
        if ((parsed.GetValue(Commands.Data) ?? Environment.GetEnvironmentVariable("PANNIER_DATA")) is { Length: > 0 } data) fixedValues.TryAdd("Data:Directory", Path.GetFullPath(data));
        try
        {
            return Sources.Read(parsed.GetValue(Commands.Config), parsed.GetValue(Commands.Secrets), fixedValues.ToDictionary());
        }
        catch (Exception wrong) when (wrong is FileNotFoundException or DirectoryNotFoundException or InvalidDataException or FormatException)
        {
            throw new StartRefused($"the options cannot be read: {wrong.Message}");
        }
    }
}
