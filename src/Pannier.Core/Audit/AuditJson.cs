using System.Text.Json.Serialization;

namespace Pannier.Core.Audit;

[JsonSerializable(typeof(WrittenEvent))]
[JsonSerializable(typeof(Whereabouts))]
internal sealed partial class AuditJson : JsonSerializerContext;
