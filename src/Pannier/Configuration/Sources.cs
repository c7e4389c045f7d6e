using Microsoft.Extensions.Configuration;

namespace Pannier.Configuration;

/// <summary>Where options come from, later ones winning: a file, a directory of secret files, the environment.</summary>
internal static class Sources
{
    /// <summary>The prefix of environment variables, as in <c>PANNIER_OPTION_Site__Name</c>.</summary>
    public const string Prefix = "PANNIER_OPTION_";

    /// <param name="file">A JSON file; null for none. One that is named must exist.</param>
    /// <param name="secrets">A directory with one file a secret, named as in <c>Session__Key</c>; null for none.</param>
    public static IConfigurationRoot Read(string? file, string? secrets, IDictionary<string, string?> fixedValues)
    {
        var builder = new ConfigurationBuilder();
        if (file is not null) builder.AddJsonFile(Path.GetFullPath(file), optional: false);
        if (secrets is not null) builder.AddKeyPerFile(Path.GetFullPath(secrets), optional: false);
        return builder.AddEnvironmentVariables(Prefix).AddInMemoryCollection(fixedValues).Build();
    }
}
