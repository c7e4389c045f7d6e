using System.Globalization;
using System.Reflection;

namespace Pannier.Core.Storage;

/// <summary>One numbered step of the schema.</summary>
internal sealed record Migration(long Number, string Name, string Sql)
{
    /// <summary>The scripts embedded as <c>Migrations/0001-name.sql</c>, in order.</summary>
    public static IReadOnlyList<Migration> All(Assembly assembly)
    {
        const string folder = ".Migrations.";
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.Contains(folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => Read(assembly, name, name[(name.LastIndexOf(folder, StringComparison.Ordinal) + folder.Length)..^4])),
        ];
    }

    private static Migration Read(Assembly assembly, string resource, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!); // named by the assembly itself
        return new Migration(long.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
