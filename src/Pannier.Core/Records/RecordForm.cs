using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pannier.Core.Crypto;
using Pannier.Core.Users;

namespace Pannier.Core.Records;

/// <summary>How records of one type are written, sealed and read again, older forms too.</summary>
internal static class RecordForm<T>
    where T : class
{
    private static readonly Func<JsonNode, int, JsonNode>? Upgrade = FindUpgrade();

    public static RecordKindAttribute Kind { get; } = typeof(T).GetCustomAttribute<RecordKindAttribute>()
        ?? throw new InvalidOperationException($"{typeof(T).Name} has no [RecordKind]");

    public static byte[] Seal(Keyring keyring, string id, T value)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(value, RecordJson.Options);
        try
        {
            return keyring.Seal(Bound(keyring.User, id, Kind.SchemaVersion), plain);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <exception cref="BoxRefused">Changed, moved, or written by a newer program.</exception>
    public static Record<T> Open(Keyring keyring, RecordRow row)
    {
        var version = (int)row.SchemaVersion;
        var plain = keyring.Open(Bound(keyring.User, row.Id, version), row.Box);
        try
        {
            if (version == Kind.SchemaVersion) return Made(row, JsonSerializer.Deserialize<T>(plain, RecordJson.Options));
            if (version > Kind.SchemaVersion || Upgrade is null)
                throw new BoxRefused(BoxFault.UnknownForm, $"A record of kind {Kind.Kind} has schema {version}; this program reads {Kind.SchemaVersion}.");
            var stored = JsonNode.Parse(plain) ?? throw BoxRefused.Damaged(Kind.Kind);
            return Made(row, Upgrade(stored, version).Deserialize<T>(RecordJson.Options));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private static Record<T> Made(RecordRow row, T? value) => new(row.Id, row.Version, value ?? throw BoxRefused.Damaged(Kind.Kind));

    private static AssociatedData Bound(UserId user, string id, int schemaVersion) => new(user.Value, "record/" + Kind.Kind, id, schemaVersion);

    private static Func<JsonNode, int, JsonNode>? FindUpgrade() =>
        typeof(T).IsAssignableTo(typeof(IUpgradedRecord))
            ? typeof(RecordForm<T>).GetMethod(nameof(Bind), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(typeof(T)).CreateDelegate<Func<Func<JsonNode, int, JsonNode>>>()()
            : null;

    private static Func<JsonNode, int, JsonNode> Bind<TRecord>()
        where TRecord : IUpgradedRecord => TRecord.Upgrade;
}
