using System.Collections.Immutable;
using Pannier.Core.Records;

namespace Pannier.Core.Settings;

/// <summary>A person's choices, by setting key. A key whose module is off stays.</summary>
[RecordKind("settings", 1)]
public sealed record SettingValues(IReadOnlyDictionary<string, string> Texts)
{
    public static SettingValues None { get; } = new(ImmutableSortedDictionary<string, string>.Empty);
}
