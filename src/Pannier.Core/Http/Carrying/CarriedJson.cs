using System.Text.Json.Serialization;

namespace Pannier.Core.Http.Carrying;

[JsonSerializable(typeof(Carried))]
internal sealed partial class CarriedJson : JsonSerializerContext;
