using System.Buffers.Binary;

namespace Pannier.Core.Crypto;

/// <summary>
/// The head of a sealed value, which says how to open it: form (1 byte, now 1), algorithm (1), key number (4, big-endian);
/// then follow nonce, ciphertext and tag.
/// </summary>
/// <remarks>The head is bound as associated data too: changing it only makes the box refuse to open.</remarks>
public readonly record struct Box(CryptoSuite Suite, uint KeyId)
{
    internal const byte Form = 1;
    internal const int HeadLength = 6;

    /// <exception cref="BoxRefused">Too short to be a box, or of a form or algorithm this program does not know.</exception>
    public static Box Read(ReadOnlySpan<byte> box)
    {
        if (box.Length < HeadLength) throw BoxRefused.Damaged("unknown");
        if (box[0] != Form || box[1] is not (1 or 2))
            throw new BoxRefused(BoxFault.UnknownForm, "A sealed value has a form this program does not know: it was written by a newer version, or is damaged.");

        return new((CryptoSuite)box[1], BinaryPrimitives.ReadUInt32BigEndian(box[2..]));
    }

    internal void Write(Span<byte> head)
    {
        head[0] = Form;
        head[1] = (byte)Suite;
        BinaryPrimitives.WriteUInt32BigEndian(head[2..], KeyId);
    }
}
