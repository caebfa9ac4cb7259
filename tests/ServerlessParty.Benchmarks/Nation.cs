namespace ServerlessParty.Benchmarks;

/// <summary>What is supposed of the country and of how people work, put down on 24/11/2026. Nobody has counted the rest: assumptions, to be changed here.</summary>
internal static class Nation
{
    public const int Members = 5_600_000;
    public const int Cells = 300_000;

    /// <summary>Since 01/7/2025; a store each.</summary>
    public const int Provinces = 34;

    /// <summary>Communes, wards and special zones since 01/7/2025.</summary>
    public const int Communes = 3_321;

    public const double MinutesPerCellAndYear = 12;
    public const double RatingsPerCellAndYear = 1;

    /// <summary>Steps of the shipped rules at which a cell still owes: for minutes -5 (0.8 of the cells), -1 (0.4), +1 (0.15), +3 (0.1) and +7 (0.05).</summary>
    public const double RemindersPerMinutes = 1.5;

    /// <summary>The same for ratings, from -14 on.</summary>
    public const double RemindersPerRating = 3;

    /// <summary>Times that a paper is handed in until it is accepted: one of twenty is returned.</summary>
    public const double HandInsPerPaper = 1.05;

    /// <summary>A DOCX has less, photos of three pages have more.</summary>
    public const double MegabytesPerMinutes = 0.5;

    /// <summary>Different words in a paper of one or two pages: each is found again by a row.</summary>
    public const int WordsPerMinutes = 250;

    /// <summary>Days on which somebody of a commune looks at the board, and how often.</summary>
    public const double BoardViewsPerCommune = 20;

    public const double BoardViewsPerProvince = 400;

    /// <summary>What a carrier tells in one post; it gathers for some seconds.</summary>
    public const int EventsPerPost = 10;

    /// <summary>An instance has less of a processor than this machine, and its storage answers later than the emulator beside it.</summary>
    public const double SlowerThanHere = 3;

    public const double DaysPerMonth = 30;

    public static double CellsPerProvince => (double)Cells / Provinces;

    public static double PapersPerCellAndMonth => (MinutesPerCellAndYear + RatingsPerCellAndYear) / 12;

    public static double RemindersPerCellAndMonth =>
        ((MinutesPerCellAndYear * RemindersPerMinutes) + (RatingsPerCellAndYear * RemindersPerRating)) / 12;
}
