using Pannier.Core.Records;

namespace Pannier.Core.Http.Carrying;

/// <summary>A form that came when its session was over, or the password was to be given again first: kept until the person says what becomes of it.</summary>
/// <param name="Path">Where it was sent, without a query.</param>
/// <param name="Files">Names of files that came with it and were not kept.</param>
[RecordKind("carried", 1)]
public sealed record Carried(string Path, IReadOnlyList<CarriedField> Fields, IReadOnlyList<string> Files, DateTimeOffset At);
