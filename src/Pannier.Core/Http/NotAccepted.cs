using Microsoft.AspNetCore.Http;

namespace Pannier.Core.Http;

/// <summary>Tells which fields a route could not take.</summary>
internal static class NotAccepted
{
    public static Refusal Of(IReadOnlyList<FieldFault> faults, string method)
    {
        var key = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? "refused.address" : "refused.fields"; // nobody filled a form in to follow a link
        var tooLarge = faults.Any(fault => fault.Kind == FieldFaultKind.TooLarge);
        var names = string.Join(", ", faults.Select(fault => fault.Name).Distinct(StringComparer.Ordinal).Take(10));
        return new Refusal(tooLarge ? 413 : 400, Said.Of(tooLarge ? "refused.too-large" : key, "fields", names)) { Field = faults[0].Name };
    }
}
