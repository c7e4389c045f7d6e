using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace Pannier.Core.Storage;

/// <summary>One numbered step of the schema.</summary>
internal sealed record Migration(long Number, string Name, string Sql)
{
    public const string Table = "CREATE TABLE IF NOT EXISTS migration (number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL)";

    /// <summary>The last step this program knows.</summary>
    public static long Newest { get; } = All(Assembly.GetExecutingAssembly())[^1].Number;

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

    /// <summary>The last step a database has taken; 0 for none.</summary>
    public static async Task<long> NewestAsync(DbConnection connection, DbTransaction? transaction) =>
        await connection.ExecuteScalarAsync<long?>("SELECT MAX(number) FROM migration", transaction: transaction) ?? 0;

    /// <exception cref="StorageFault">The step is none this program knows.</exception>
    public static void RefuseNewer(long number, string file)
    {
        if (number > Newest)
            throw new StorageFault(StorageTrouble.Newer, $"{file} was written by a newer Pannier (schema {number}; this one knows {Newest}): install that version, or restore a backup");
    }

    private static Migration Read(Assembly assembly, string resource, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!); // named by the assembly itself
        return new Migration(long.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
