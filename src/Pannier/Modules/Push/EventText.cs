using System.Text;
using System.Text.Json;
using Pannier.Core.Accounts;
using Pannier.Core.Sealing;
using Pannier.Mail.Mirror.News;

namespace Pannier.Modules.Push;

/// <summary>Server-sent events as bytes. All that is in them is our own ids, sealed where answers are.</summary>
internal static class EventText
{
    /// <summary>A comment, which browsers drop.</summary>
    public static ReadOnlyMemory<byte> Breath { get; } = ": \n\n"u8.ToArray();

    public static ReadOnlyMemory<byte> Here(NewsPlace place, EventSeals seals) => Event(seals, place, "here", "{}");

    public static ReadOnlyMemory<byte> Reload(NewsPlace place, EventSeals seals) => Event(seals, place, "reload", "{}");

    public static ReadOnlyMemory<byte> News(NewsPlace place, MirrorNews news, EventSeals seals)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            Write(json, "changed", news.Changed);
            Write(json, "filled", news.Filled);
            Write(json, "accounts", news.Accounts);
            Write(json, "arrived", news.Arrived);
            json.WriteEndObject();
        }

        return Event(seals, place, "news", Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void Write<T>(Utf8JsonWriter json, string name, IEnumerable<T> things)
    {
        json.WriteStartArray(name);
        foreach (var text in things.Select(thing => thing?.ToString() ?? "").Order(StringComparer.Ordinal)) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static byte[] Event(EventSeals seals, NewsPlace place, string name, string data) => Encoding.UTF8.GetBytes($"id: {place}\nevent: {name}\ndata: {seals.Data(name, $"{place}", data)}\n\n");
}
