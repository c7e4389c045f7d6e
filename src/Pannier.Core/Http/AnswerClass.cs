namespace Pannier.Core.Http;

/// <summary>What kind of answer a route gives; each kind has its fixed headers (<see cref="AnswerHeaders"/>).</summary>
public enum AnswerClass
{
    /// <summary>A document, a fragment, JSON or a refusal.</summary>
    Page,

    /// <summary>A page of ours on which the script of a service may run (<see cref="Humans.HumanVendor"/>). Nobody types anything there, and it shows nothing of anybody's.</summary>
    Guest,

    /// <summary>A download or another stream of bytes that no browser may run.</summary>
    Bytes,

    /// <summary>The site's own script, style and icons.</summary>
    Static,

    /// <summary>A message's document and its pictures, in an opaque origin and without a session.</summary>
    View,

    /// <summary>For programs: reads no cookie, brings its own proof, has a tiny budget.</summary>
    Machine,
}
