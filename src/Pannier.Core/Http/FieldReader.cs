using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Pannier.Core.Http;

/// <summary>Reads a request's query, route and form through an input's own <c>Read</c>, and nothing else.</summary>
internal static class FieldReader
{
    /// <summary>The form field of the anti-forgery token; the gate has read it.</summary>
    public const string Token = "csrf";

    /// <returns>The input, or the fields it could not take; one of them is empty.</returns>
    public static async Task<(TInput? Input, IReadOnlyList<FieldFault> Faults)> ReadAsync<TInput>(HttpRequest request, CancellationToken cancellation)
        where TInput : IInput<TInput>
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync(cancellation) : FormCollection.Empty;
        var fields = new Fields(
            name => StringValues.Concat(StringValues.Concat(form[name], request.Query[name]), request.RouteValues[name] as string),
            name => [.. form.Files.GetFiles(name).Where(file => file.Length > 0 || file.FileName.Length > 0).Select(file => new FormUpload(file.FileName, file.ContentType, file.Length, file.OpenReadStream))],
            form.Keys.Concat(request.Query.Keys).Concat(form.Files.Select(file => file.Name)).Where(name => name != Token))
        {
            Target = request.Headers["Pannier-Swap"] is [{ } target] ? target : null,
        };

        var input = TInput.Read(fields);
        var faults = fields.Faults.ToList();
        return faults.Count == 0 ? (input, []) : (default, faults);
    }

    /// <summary>Lists what an input accepts, by running its own reader: the attack surface cannot drift from the code.</summary>
    public static string Describe<TInput>()
        where TInput : IInput<TInput>
    {
        var fields = new Fields(values: null, files: null, sent: []);
        TInput.Read(fields);
        return fields.Surface;
    }
}
