using Pannier.Core.Records;

namespace Pannier.Core.Audit;

/// <summary>The half of a person's log keys that reads: a P-256 private key (SEC 1), sealed with their data key.</summary>
[RecordKind("log-key", 1)]
internal sealed record LogKey(byte[] Private);
