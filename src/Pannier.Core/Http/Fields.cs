using System.Text;
using Microsoft.Extensions.Primitives;

namespace Pannier.Core.Http;

/// <summary>The only door from the request to a handler. A field that no input asks for fails the request.</summary>
/// <remarks>Without values it describes itself, so that the list of what the browser may send cannot drift from the code.</remarks>
public sealed class Fields
{
    private readonly Func<string, StringValues>? _values;
    private readonly Func<string, IReadOnlyList<FormUpload>>? _files;
    private readonly HashSet<string> _sent;
    private readonly StringBuilder _surface = new();
    private readonly List<FieldFault> _faults = [];

    internal Fields(Func<string, StringValues>? values, Func<string, IReadOnlyList<FormUpload>>? files, IEnumerable<string> sent) =>
        (_values, _files, _sent) = (values, files, new(sent, StringComparer.Ordinal));

    /// <summary>The id of the element the page's script puts the answer into; null where the answer is a whole page. What it names is no request of its own: it may only leave out what stands around that element.</summary>
    public string? Target { get; internal init; }

    internal IEnumerable<FieldFault> Faults => [.. _faults, .. _sent.Order(StringComparer.Ordinal).Select(name => new FieldFault(name, FieldFaultKind.Unknown))];

    internal string Surface => _surface.ToString();

    /// <summary>A field that must be there once and be readable.</summary>
    public T One<T>(string name, Func<string, T?> read)
        where T : class
    {
        Declare(name, typeof(T).Name);
        return Take(name) switch
        {
            [{ } text] => read(text) ?? Fault<T>(name, FieldFaultKind.Unreadable),
            [] => Fault<T>(name, FieldFaultKind.Missing),
            _ => Fault<T>(name, FieldFaultKind.TooMany),
        };
    }

    /// <inheritdoc cref="One{T}(string, Func{string, T})"/>
    public T One<T>(string name, Func<string, T?> read)
        where T : struct
    {
        Declare(name, typeof(T).Name);
        return Take(name) switch
        {
            [{ } text] => read(text) ?? Fault<T>(name, FieldFaultKind.Unreadable),
            [] => Fault<T>(name, FieldFaultKind.Missing),
            _ => Fault<T>(name, FieldFaultKind.TooMany),
        };
    }

    /// <summary>A field that may be missing or empty; null then.</summary>
    public T? Maybe<T>(string name, Func<string, T?> read)
        where T : class
    {
        Declare(name, $"{typeof(T).Name}?");
        return Take(name) switch
        {
            [] or [null or ""] => null,
            [{ } text] => read(text) ?? Fault<T>(name, FieldFaultKind.Unreadable),
            _ => Fault<T>(name, FieldFaultKind.TooMany),
        };
    }

    /// <inheritdoc cref="Maybe{T}(string, Func{string, T})"/>
    public T? Maybe<T>(string name, Func<string, T?> read)
        where T : struct
    {
        Declare(name, $"{typeof(T).Name}?");
        return Take(name) switch
        {
            [] or [null or ""] => null,
            [{ } text] => read(text) ?? Fault<T>(name, FieldFaultKind.Unreadable),
            _ => Fault<T>(name, FieldFaultKind.TooMany),
        };
    }

    /// <summary>A field that may come any number of times up to <paramref name="max"/>; empty when missing.</summary>
    public IReadOnlyList<T> Many<T>(string name, Func<string, T?> read, int max)
        where T : class
    {
        Declare(name, $"{typeof(T).Name}[0..{max}]");
        return ReadMany(name, max, text => read(text) is { } value ? [value] : Array.Empty<T>());
    }

    /// <inheritdoc cref="Many{T}(string, Func{string, T}, int)"/>
    public IReadOnlyList<T> Many<T>(string name, Func<string, T?> read, int max)
        where T : struct
    {
        Declare(name, $"{typeof(T).Name}[0..{max}]");
        return ReadMany(name, max, text => read(text) is { } value ? [value] : Array.Empty<T>());
    }

    /// <summary>A check box: present means on, whatever its value.</summary>
    public Tick Ticked(string name)
    {
        Declare(name, "Tick");
        return Take(name).Count > 0 ? Tick.On : Tick.Off;
    }

    /// <summary>Uploaded files, each streamed and capped; one over the cap fails the request with 413.</summary>
    /// <param name="eachAtMost">Octets.</param>
    public IReadOnlyList<FormUpload> Files(string name, int max, long eachAtMost)
    {
        Declare(name, $"File[0..{max}]<={eachAtMost}");
        _sent.Remove(name);
        var files = _files?.Invoke(name) ?? [];
        if (files.Count > max) return Fault<IReadOnlyList<FormUpload>>(name, FieldFaultKind.TooMany);
        return files.Any(file => file.Length > eachAtMost) ? Fault<IReadOnlyList<FormUpload>>(name, FieldFaultKind.TooLarge) : files;
    }

    /// <summary>Leaves alone whatever else comes: for call-backs of providers, which add fields as they please, and for nothing else.</summary>
    public void IgnoreOthers()
    {
        Declare("*", "ignored");
        _sent.Clear();
    }

    private IReadOnlyList<T> ReadMany<T>(string name, int max, Func<string, T[]> read)
    {
        var texts = Take(name);
        if (texts.Count > max) return Fault<IReadOnlyList<T>>(name, FieldFaultKind.TooMany);

        var values = new List<T>(texts.Count);
        foreach (var text in texts)
        {
            if (text is null || read(text) is not [var value]) return Fault<IReadOnlyList<T>>(name, FieldFaultKind.Unreadable);
            values.Add(value);
        }

        return values;
    }

    private void Declare(string name, string type) => _surface.Append(_surface.Length == 0 ? "" : ", ").Append(name).Append(": ").Append(type);

    private StringValues Take(string name)
    {
        _sent.Remove(name);
        return _values?.Invoke(name) ?? default;
    }

    private T Fault<T>(string name, FieldFaultKind kind)
    {
        _faults.Add(new(name, kind));
        return default!; // never escapes: an input with faults is dropped
    }
}
