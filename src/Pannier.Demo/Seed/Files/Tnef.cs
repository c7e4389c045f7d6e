using System.Text;

namespace Pannier.Demo.Seed.Files;

/// <summary>What Outlook makes of a message for programs that are not Outlook (MS-OXTNEF): <c>winmail.dat</c>, with a text and files.</summary>
internal static class Tnef
{
    private const byte Message = 1;
    private const byte File = 2;

    /// <summary>Properties as they stand in attMsgProps: one of octets each, as a compressed RTF text is.</summary>
    public static byte[] Properties(params (ushort Id, byte[] Octets)[] properties)
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        writer.Write(properties.Length);
        foreach (var (id, octets) in properties)
        {
            writer.Write((ushort)0x0102);
            writer.Write(id);
            writer.Write(1);
            writer.Write(octets.Length);
            writer.Write(octets);
            writer.Write(new byte[(4 - (octets.Length % 4)) % 4]);
        }

        using var stream = new MemoryStream();
        using var whole = new BinaryWriter(stream);
        whole.Write(0x223E9F78u);
        whole.Write((ushort)1);
        Write(whole, Message, 0x00089006, [0, 0, 1, 0]);
        Write(whole, Message, 0x00069003, content.ToArray());
        return stream.ToArray();
    }

    public static byte[] Of(string subject, string text, params (string Name, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(0x223E9F78u);
        writer.Write((ushort)1);
        Write(writer, Message, 0x00089006, [0, 0, 1, 0]); // version
        Write(writer, Message, 0x00069007, [0xE4, 0x04, 0, 0, 0, 0, 0, 0]); // Windows-1252
        Write(writer, Message, 0x00078008, Text("IPM.Microsoft Mail.Note"));
        Write(writer, Message, 0x00018004, Text(subject));
        Write(writer, Message, 0x0002800C, Text(text));
        foreach (var (name, content) in files)
        {
            Write(writer, File, 0x00069002, [1, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0]); // a file, without a picture of it
            Write(writer, File, 0x00018010, Text(name));
            Write(writer, File, 0x0006800F, content);
        }

        return stream.ToArray();
    }

    private static byte[] Text(string text) => [.. Encoding.Latin1.GetBytes(text), 0];

    private static void Write(BinaryWriter writer, byte level, uint tag, byte[] content)
    {
        writer.Write(level);
        writer.Write(tag);
        writer.Write(content.Length);
        writer.Write(content);
        writer.Write((ushort)content.Sum(octet => octet));
    }
}
