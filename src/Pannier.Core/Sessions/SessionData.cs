using System.Security.Cryptography;
using System.Text;
using Pannier.Core.Crypto;
using Pannier.Core.Sealing;

namespace Pannier.Core.Sessions;

/// <summary>What a session's box holds: the opened data keys and how far one is signed in.</summary>
/// <param name="CsrfKey">What anti-forgery tokens of the session are made from.</param>
/// <param name="Seal">What answers are sealed to its pages with; never shown, unlike the key before it.</param>
/// <param name="Fingerprint">What requests with this cookie are compared with.</param>
/// <param name="CreatedAt">In here so that nobody who can write the database prolongs a session.</param>
/// <param name="ConfirmedAt">Null when the password was not given again.</param>
/// <param name="Lasting">How long it lasts beside the site's limits.</param>
/// <param name="DataKeys">Empty while the data is locked. The root key is never among them.</param>
internal sealed record SessionData(SignInLevel Level, byte[] CsrfKey, SessionSeal Seal, Fingerprint Fingerprint, DateTimeOffset CreatedAt, DateTimeOffset? ConfirmedAt, Lasting Lasting, IReadOnlyList<BoxKey> DataKeys)
{
    private const byte Form = 4;

    /// <summary>Fixed fields, then each key's number and bytes; the caller wipes it.</summary>
    public byte[] ToBytes()
    {
        var bytes = GC.AllocateUninitializedArray<byte>(1 + 1 + Keys.Size + Keys.Size + 1 + (4 * (1 + Fingerprint.Size)) + 8 + 8 + 1 + 8 + 8 + 4 + (DataKeys.Count * (4 + Keys.Size)), pinned: true);
        using var stream = new MemoryStream(bytes);
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Form);
        writer.Write((byte)Level);
        writer.Write(CsrfKey);
        writer.Write(Seal.Key);
        writer.Write((byte)Seal.Sealing);
        foreach (var part in (byte[][])[Fingerprint.Origin, Fingerprint.Agent, Fingerprint.Language, Fingerprint.Address])
        {
            writer.Write((byte)part.Length);
            writer.Write(part);
        }

        writer.Write(CreatedAt.UtcTicks);
        writer.Write(ConfirmedAt?.UtcTicks ?? 0);
        writer.Write((byte)Lasting.Wishes);
        writer.Write(Lasting.Until?.UtcTicks ?? 0);
        writer.Write(Lasting.TicketAt.UtcTicks);
        writer.Write(DataKeys.Count);
        foreach (var key in DataKeys)
        {
            writer.Write(key.Id);
            writer.Flush();
            key.CopyTo(bytes.AsSpan((int)stream.Position, Keys.Size));
            stream.Position += Keys.Size;
        }

        return bytes;
    }

    /// <summary>Reads what was sealed here, and wipes it.</summary>
    /// <returns>Null for another form: the person signs in again.</returns>
    public static SessionData? Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        try
        {
            if (reader.ReadByte() != Form) return null;
            var level = (SignInLevel)reader.ReadByte();
            var csrfKey = reader.ReadBytes(Keys.Size);
            var seal = new SessionSeal(reader.ReadBytes(Keys.Size), (AnswerSealing)reader.ReadByte());
            var fingerprint = new Fingerprint(Part(reader), Part(reader), Part(reader), Part(reader));
            var createdAt = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero);
            var confirmedAt = Time(reader);
            var lasting = new Lasting((Wishes)reader.ReadByte(), Time(reader), new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero));
            var keys = new List<BoxKey>();
            for (var count = reader.ReadInt32(); count > 0; count--)
            {
                var id = reader.ReadUInt32();
                keys.Add(BoxKey.Of(id, bytes.AsSpan((int)reader.BaseStream.Position, Keys.Size)));
                reader.BaseStream.Position += Keys.Size;
            }

            return new(level, csrfKey, seal, fingerprint, createdAt, confirmedAt, lasting, keys);
        }
        catch (Exception cut) when (cut is EndOfStreamException or ArgumentException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static DateTimeOffset? Time(BinaryReader reader) => reader.ReadInt64() is not 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    private static byte[] Part(BinaryReader reader) => reader.ReadBytes(reader.ReadByte());
}
