using System.Security.Cryptography;
using System.Text;

namespace Pannier.Mail;

/// <summary>A password, token or key. It prints as <c>•••</c>; revealing it is a named act.</summary>
/// <remarks>The bytes are pinned, compared in constant time and zeroed on disposal. Never put one in a log, a URL or a view.</remarks>
public sealed class Secret : IDisposable
{
    private readonly byte[] _bytes;

    private Secret(ReadOnlySpan<byte> bytes)
    {
        _bytes = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(_bytes);
    }

    public int Length => _bytes.Length;

    /// <summary>Copies the bytes; the caller wipes its own.</summary>
    public static Secret Of(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <summary>Takes a text as UTF-8.</summary>
    public static Secret Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            return new Secret(bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Reads a secret field of a form: any text that is not empty and at most 1,024 bytes; null when it is neither.</summary>
    public static Secret? Read(string text) => Encoding.UTF8.GetByteCount(text) is > 0 and <= 1024 ? Of(text) : null;

    /// <summary>The secret as text, for the one call that must send it.</summary>
    public string Reveal() => Encoding.UTF8.GetString(_bytes);

    /// <summary>The secret's bytes, valid until disposal.</summary>
    public ReadOnlySpan<byte> RevealBytes() => _bytes;

    /// <summary>Compares in a time that does not depend on where the two differ.</summary>
    public bool FixedTimeEquals(Secret other) => CryptographicOperations.FixedTimeEquals(_bytes, other._bytes);

    public override string ToString() => "•••";

    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);
}
