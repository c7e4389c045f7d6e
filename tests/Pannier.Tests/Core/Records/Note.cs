using System.Text.Json.Nodes;
using Pannier.Core.Records;

namespace Pannier.Tests.Core.Records;

[RecordKind("test-note", 1)]
internal sealed record Note(string Text);

/// <summary>The same kind, one schema later: the text became two fields.</summary>
[RecordKind("test-note", 2)]
internal sealed record NoteOfTwo(string Head, string Body) : IUpgradedRecord
{
    public static JsonNode Upgrade(JsonNode stored, int schemaVersion) => new JsonObject { [nameof(Head)] = "", [nameof(Body)] = stored["Text"]?.DeepClone() };
}

/// <summary>The same kind, of a program that cannot read older forms.</summary>
[RecordKind("test-note", 3)]
internal sealed record NoteOfThree(string Head);

[RecordKind("test-other", 1)]
internal sealed record OtherKind(string Text);
