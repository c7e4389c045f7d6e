using System.Globalization;

namespace Pannier.Demo.Seed.Talks;

/// <summary>What mail programs add to answers, by language.</summary>
internal static class Tongue
{
    /// <summary>The line above a quotation.</summary>
    public static string Attribution(string language, string name, DateTimeOffset date)
    {
        string day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), time = date.ToString("HH:mm", CultureInfo.InvariantCulture);
        var dotted = date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
        var slashed = date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return language switch
        {
            "de" => $"Am {dotted} um {time} schrieb {name}:",
            "fr" => $"Le {slashed} à {time}, {name} a écrit :",
            "es" => $"El {slashed} a las {time}, {name} escribió:",
            "sv" => $"Den {day} kl. {time} skrev {name}:",
            "pt" => $"Em {slashed} às {time}, {name} escreveu:",
            "ja" => $"{day} {time}、{name} のメール:",
            "zh" => $"{name} 于 {day} {time} 写道：",
            "ar" => $"كتب {name} في {day} {time}:",
            "he" => $"בתאריך {day} בשעה {time}, {name} כתב/ה:",
            "ru" => $"{dotted} в {time}, {name} пишет:",
            "el" => $"Στις {slashed} {time}, ο/η {name} έγραψε:",
            _ => $"On {day} at {time}, {name} wrote:",
        };
    }

    public static string Answer(string language) => language switch { "de" => "AW: ", "sv" => "SV: ", _ => "Re: " };

    public static string Forward(string language) => language switch { "de" => "WG: ", "sv" => "VB: ", "es" => "RV: ", _ => "Fwd: " };
}
